/** Keeps a fault in drawing one page from taking the whole window: the page says so, the rest goes on. */
import { Button } from 'antd';
import { Component, type ReactNode } from 'react';

interface State {
  readonly fault: Error | null;
}

/** Made anew for each page by its `key`. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { fault: null };

  static getDerivedStateFromError(fault: Error): State {
    return { fault };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    return (
      <section className="empty-page" role="alert">
        <p>这一页没能显示，数据都在。重新打开这一页；还不行，就退出程序再进。</p>
        <div className="buttons">
          <Button type="primary" onClick={() => this.setState({ fault: null })}>
            重新打开这一页
          </Button>
        </div>
        <p className="muted">{fault.message}</p>
      </section>
    );
  }
}
